import { type Held, held, putBack } from "./held-form";
import { forget, keep, kept } from "./kept-answers";
import { pause, type Sent, send } from "./send";

/** How saving stands, for the line beside the buttons. */
export type Saving =
  | { readonly kind: "ready" | "saving" | "away" | "restored" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly message: string };

export type Autosave = {
  /** Something was answered. */
  readonly changed: () => void;
  /** Saves at once what is not saved; false where it can't be. */
  readonly flush: () => Promise<boolean>;
  readonly stop: () => void;
};

/** The wait after a click or a key before it is saved. */
const QUIET = 800;

/**
 * How forms were left within this document, and as what they had been loaded: the browser's way back shows them
 * as they were first loaded, and then the answers given since would be taken for taken back.
 */
const left = new Map<string, { readonly loaded: ReadonlySet<string>; readonly last: Held }>();

/**
 * Saves a form as it is filled in, one request after the other. What the server has not taken stays in this tab
 * under `key`, over a reload too, and is sent again until it is taken.
 */
export function autosave(
  form: HTMLFormElement,
  key: string,
  bodyOf: (form: HTMLFormElement) => unknown,
  tell: (saving: Saving) => void,
): Autosave {
  let changes = 0;
  let saved = 0;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underway: Promise<Sent> | undefined;

  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  };

  const changed = () => {
    changes += 1;
    keep(key, { values: held(form), body: bodyOf(form) });
    wait(QUIET);
  };

  const save = async (keepalive = false): Promise<boolean> => {
    clearTimeout(timer);
    while (underway) await underway;
    if (saved === changes) return true;
    const sending = changes;
    // While the server is away the line says where the answers are, and doesn't flicker with every try.
    if (tries === 0) tell({ kind: "saving" });
    underway = send("PUT", "/api/panel/draft", bodyOf(form), keepalive);
    const sent = await underway;
    underway = undefined;
    if (sent.kind === "refused") {
      tell(sent);
      return false;
    }
    if (sent.kind === "away") {
      tell({ kind: "away" });
      tries += 1;
      wait(pause(tries));
      return false;
    }
    saved = sending;
    tries = 0;
    tell({ kind: "saved", at: new Date() });
    if (saved !== changes) return save();
    forget(key);
    return true;
  };

  const leave = () => {
    if (saved !== changes) void save(true);
  };
  const online = () => wait(0);
  window.addEventListener("pagehide", leave);
  window.addEventListener("online", online);

  const loaded = JSON.stringify(held(form));
  const earlier = left.get(key);
  const before = kept(key)?.values ?? (earlier?.loaded.has(loaded) ? earlier.last : undefined);
  if (before && JSON.stringify(before) !== loaded) {
    putBack(form, before);
    tell({ kind: "restored" });
    changed();
  } else forget(key);

  return {
    changed,
    flush: () => save(),
    stop: () => {
      left.set(key, { loaded: new Set(earlier?.loaded).add(loaded), last: held(form) });
      leave();
      clearTimeout(timer);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", online);
    },
  };
}
