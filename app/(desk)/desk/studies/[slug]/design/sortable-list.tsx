"use client";

import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";
import { Notice } from "@/ui/notice";
import type { FormAction } from "../../../_parts/action-form";

/** The wait after a key before the order is sent, so that an item can be moved by many places. */
const QUIET = 500;

export type SortableRow = { readonly id: string; readonly title: string; readonly row: ReactNode };

/**
 * A list that can be put in order: by dragging a handle, by the arrow keys on it, or by the buttons in its rows. An
 * order is sent when the handle is let go; one that is refused is taken back, with the reason.
 */
export function SortableList({
  rows,
  action,
  hidden,
  words,
}: {
  rows: readonly SortableRow[];
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  words: Readonly<Record<"handle" | "moved", string>>;
}) {
  const known = rows.map((row) => row.id);
  const [order, setOrder] = useState<readonly string[]>(known);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [state, send, pending] = useActionState(action, null);
  const list = useRef<HTMLOListElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  // What the server holds counts, once nothing is on its way: others may have changed it.
  const server = known.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is a new state with the same order
  useEffect(() => {
    if (!pending) setOrder(server.split(" "));
  }, [server, pending, state]);

  const sorted = order.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const store = (next: readonly string[]) => {
    if (next.join(" ") === server) return;
    const form = new FormData();
    for (const [name, value] of Object.entries(hidden)) form.set(name, String(value));
    for (const id of next) form.append("order", id);
    startTransition(() => send(form));
  };

  const tell = (id: string, next: readonly string[]) => {
    const title = rows.find((row) => row.id === id)?.title ?? "";
    const place = { title, place: next.indexOf(id) + 1, of: next.length };
    setSaid(
      Object.entries(place).reduce(
        (text, [name, value]) => text.replace(`{${name}}`, String(value)),
        words.moved,
      ),
    );
  };

  const press = (event: KeyboardEvent, id: string) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || pending) return;
    event.preventDefault();
    const next = placedAt(order, id, order.indexOf(id) + by);
    setOrder(next);
    tell(id, next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => store(next), QUIET);
  };

  const drag = (event: PointerEvent, id: string) => {
    if (dragged !== id) return;
    const at = placeAt(list.current!, event.clientY, order.indexOf(id));
    if (at !== order.indexOf(id)) setOrder(placedAt(order, id, at));
  };

  const drop = (id: string) => {
    if (dragged !== id) return;
    setDragged(null);
    tell(id, order);
    store(order);
  };

  return (
    <div>
      {state ? <Notice kind="caution" live title={state.message} /> : null}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ol ref={list} className="border-t border-line">
        {sorted.map(({ id, title, row }) => (
          <li
            key={id}
            className={`flex items-start gap-2 border-b border-line py-3 ${dragged === id ? "bg-wash" : ""}`}
          >
            {rows.length > 1 ? (
              <button
                type="button"
                aria-label={words.handle.replace("{title}", title)}
                onKeyDown={(event) => press(event, id)}
                onPointerDown={(event) => {
                  if (pending) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDragged(id);
                }}
                onPointerMove={(event) => drag(event, id)}
                onPointerUp={() => drop(id)}
                onPointerCancel={() => {
                  setDragged(null);
                  setOrder(known);
                }}
                className="target -ml-2 flex w-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:text-ink"
              >
                <Grip />
              </button>
            ) : null}
            <div className="min-w-0 flex-1">{row}</div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function placedAt(order: readonly string[], id: string, at: number): readonly string[] {
  const others = order.filter((one) => one !== id);
  const place = Math.min(Math.max(at, 0), others.length);
  return [...others.slice(0, place), id, ...others.slice(place)];
}

/** How many of the other rows have their middle above this height. A row that was passed is not passed back by it. */
const placeAt = (list: HTMLElement, y: number, own: number): number =>
  [...list.children]
    .filter((_, at) => at !== own)
    .map((row) => row.getBoundingClientRect())
    .filter(({ top, bottom }) => (top + bottom) / 2 < y).length;

function Grip() {
  return (
    <svg viewBox="0 0 12 18" className="h-4.5 w-3" fill="currentColor" aria-hidden="true">
      {[3, 9, 15].flatMap((y) => [3, 9].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.5" />))}
    </svg>
  );
}
