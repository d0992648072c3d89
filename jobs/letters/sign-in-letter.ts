import { type Mail, written } from "./mail";
import { words } from "./words";

/**
 * A facilitator's one-time link. The token stands in the fragment, which no server sees, and a button on the page
 * redeems it: a mail scanner that opens the link uses nothing up.
 */
export function signInLetter(
  to: { readonly name: string; readonly address: string; readonly token: string },
  site: string,
): Mail {
  const say = words("sign-in");
  return {
    to: { name: to.name, address: to.address },
    subject: say("subject"),
    ...written([
      { kind: "paragraph", text: say("opening", { site: new URL(site).host }) },
      { kind: "link", label: say("open"), url: `${site}/desk/sign-in/confirm#${to.token}` },
      { kind: "paragraph", text: say("once") },
    ]),
  };
}
