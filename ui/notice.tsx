import type { ReactNode } from "react";

export type NoticeKind = "info" | "caution" | "success";

const looks: Record<NoticeKind, { box: string; sign: ReactNode }> = {
  info: {
    box: "border-accent bg-accent-wash",
    sign: <path d="M8 7.9v3.9M8 4.6v.01" />,
  },
  caution: {
    box: "border-caution bg-caution-wash",
    sign: <path d="M8 4.2v4.2M8 11.5v.01" />,
  },
  success: {
    box: "border-success bg-success-wash",
    sign: <path d="m4.5 8.2 2.4 2.5 4.6-5.2" />,
  },
};
const inks: Record<NoticeKind, string> = {
  info: "text-accent",
  caution: "text-caution",
  success: "text-success",
};

/**
 * Something the reader should know now. `live` announces it when it appears: a caution as an alert, the rest as a
 * status. A notice that is part of the page from the start needs no `live`.
 */
export function Notice({
  kind = "info",
  title,
  live = false,
  children,
}: {
  kind?: NoticeKind;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const role = kind === "caution" ? "alert" : "status";
  return (
    <div
      role={live ? role : undefined}
      className={`flex gap-3 rounded-md border-l-4 px-4 py-3 font-sans text-base ${looks[kind].box}`}
    >
      <svg viewBox="0 0 16 16" className={`mt-0.5 size-5 shrink-0 ${inks[kind]}`} aria-hidden="true">
        <circle cx="8" cy="8" r="7.25" fill="none" stroke="currentColor" strokeWidth="1.25" />
        <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
          {looks[kind].sign}
        </g>
      </svg>
      <div className="min-w-0 max-w-measure space-y-2 [overflow-wrap:anywhere]">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
