import type { Route } from "next";
import Link from "next/link";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";

/** primary: the one thing to do on a page · secondary: beside it · quiet: as a link · danger: cannot be undone. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

const shape =
  "target inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 text-center font-sans text-base leading-tight font-medium transition-colors cursor-pointer disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55";

const looks: Record<ButtonLook, string> = {
  primary:
    "border border-accent bg-accent text-on-accent hover:not-disabled:border-ink hover:not-disabled:bg-ink hover:not-disabled:text-paper",
  secondary: "border border-edge bg-card text-ink hover:not-disabled:border-ink hover:not-disabled:bg-wash",
  quiet:
    "border border-transparent text-accent underline decoration-1 underline-offset-4 hover:not-disabled:bg-wash",
  danger:
    "border border-caution bg-card text-caution hover:not-disabled:bg-caution hover:not-disabled:text-paper",
};

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook };

/** A button of a form. Its text is a verb that says what happens. */
export function Button({ look = "primary", type = "submit", className = "", ...rest }: ButtonProps) {
  return <button type={type} className={`${shape} ${looks[look]} ${className}`} {...rest} />;
}

export type ButtonLinkProps<T extends string> = {
  href: Route<T>;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
};

/** Goes to another page and changes nothing, but carries the weight of a button. */
export function ButtonLink<T extends string>({
  href,
  look = "primary",
  className = "",
  children,
}: ButtonLinkProps<T>) {
  return (
    <Link href={href} className={`${shape} ${looks[look]} ${className}`}>
      {children}
    </Link>
  );
}

/** Fetches a file: a plain link, so that nothing is fetched ahead of the click. */
export function FileLink({
  href,
  look = "secondary",
  className = "",
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; look?: ButtonLook }) {
  return <a href={href} download className={`${shape} ${looks[look]} ${className}`} {...rest} />;
}
