import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/ui/button";
import { enterAsExpert } from "./enter-as-expert";
import { FacilitatorWay } from "./facilitator-way";

/** In demo mode: the three ways in, as an expert, as the facilitator, as a reader. */
export async function DemoWays({ rehearsal }: { rehearsal?: string }) {
  const text = await getTranslations("public.demo");
  return (
    <section aria-labelledby="demo" className="screen-only mt-12 border-y border-line py-6">
      <h2 id="demo" className="text-xl">
        {text("title")}
      </h2>
      <p className="mt-1 max-w-measure text-base text-muted">{text("text")}</p>
      <ul className="mt-5 grid gap-x-10 gap-y-7 md:grid-cols-3">
        <Way title={text("expert")} sentence={text("expert-text")}>
          <form action={enterAsExpert}>
            <Button look="secondary">{text("expert-go")}</Button>
          </form>
        </Way>
        <Way title={text("facilitator")} sentence={text("facilitator-text")}>
          <FacilitatorWay label={text("facilitator-go")} />
        </Way>
        {rehearsal ? (
          <Way title={text("reader")} sentence={text("reader-text")}>
            <ButtonLink href={`/studies/${rehearsal}/results`} look="secondary">
              {text("reader-go")}
            </ButtonLink>
          </Way>
        ) : null}
      </ul>
    </section>
  );
}

const Way = ({ title, sentence, children }: { title: string; sentence: string; children: ReactNode }) => (
  <li className="flex flex-col items-start gap-2 md:border-l md:border-line md:pl-5">
    <h3 className="text-lg">{title}</h3>
    <p className="grow text-base text-muted">{sentence}</p>
    <div className="mt-1">{children}</div>
  </li>
);
