import { type Mail, written } from "./mail";
import { words } from "./words";

/** Says that somebody has a role at a study's desk, and where the door is. It holds no key: they sign in as always. */
export function memberLetter(
  to: {
    readonly name: string;
    readonly address: string;
    readonly role: string;
    readonly title: string;
    readonly slug: string;
  },
  site: string,
): Mail {
  const say = words("member");
  return {
    to: { name: to.name, address: to.address },
    subject: say("subject", { title: to.title }),
    ...written([
      { kind: "paragraph", text: say("greeting", { name: to.name }) },
      { kind: "paragraph", text: say("opening", { title: to.title, role: to.role }) },
      { kind: "link", label: say("open"), url: `${site}/desk/studies/${to.slug}` },
      { kind: "paragraph", text: say("how") },
    ]),
  };
}
