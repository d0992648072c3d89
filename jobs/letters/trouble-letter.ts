import type { Trouble } from "@/db/queue";
import { type Mail, written } from "./mail";
import { words } from "./words";

/** Tells an owner of a study that something could not happen on time. */
export function troubleLetter(
  about: Trouble,
  to: { readonly name: string; readonly address: string; readonly title: string; readonly slug: string },
  site: string,
): Mail {
  const say = words("trouble");
  const { title } = to;
  return {
    to: { name: to.name, address: to.address },
    subject: say(`subject.${about}`, { title }),
    ...written([
      { kind: "paragraph", text: say("greeting", { name: to.name }) },
      { kind: "paragraph", text: say(about, { title }) },
      { kind: "paragraph", text: say("why") },
      { kind: "link", label: say("open"), url: `${site}/desk/studies/${to.slug}` },
    ]),
  };
}
