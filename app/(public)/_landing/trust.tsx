import Link from "next/link";
import { getTranslations } from "next-intl/server";

const REASONS = ["rules", "names", "dissent", "check"] as const;

/** Who runs this, and the four reasons to believe it. */
export async function Trust({ organiser }: { organiser?: string }) {
  const text = await getTranslations("public.landing");
  return (
    <section aria-labelledby="trust" className="mt-14">
      <h2 id="trust" className="border-t border-ink pt-3">
        {text("trust")}
      </h2>
      {organiser ? <p className="mt-4 max-w-measure">{text("who", { organiser })}</p> : null}
      <ul className="mt-6 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {REASONS.map((reason) => (
          <li key={reason}>
            <h3 className="text-lg leading-snug">{text(`trust-${reason}`)}</h3>
            <p className="mt-2 text-base text-muted">{text(`trust-${reason}-text`)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6 flex flex-wrap gap-x-8 gap-y-2 font-sans text-base">
        <Link href="/method" className="link">
          {text("trust-method")}
        </Link>
        <Link href="/privacy" className="link">
          {text("trust-privacy")}
        </Link>
      </p>
    </section>
  );
}
