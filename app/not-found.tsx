import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/ui/button";
import { ReaderFrame } from "./(public)/_frame/reader-frame";

/** The same page for what never existed and for what this reader may not see. */
export default async function NotFoundPage() {
  const text = await getTranslations("public.not-found");
  return (
    <ReaderFrame>
      <div className="prose">
        <h1>{text("title")}</h1>
        <p>{text("text")}</p>
        <p>
          <ButtonLink href="/" look="secondary">
            {text("home")}
          </ButtonLink>
        </p>
      </div>
    </ReaderFrame>
  );
}
