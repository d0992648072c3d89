import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { DemoStrip } from "@/ui/demo-strip";
import { ReaderFrame, type ReaderFrameProps } from "./reader-frame";

/** A page for readers, made anew for each request; in demo mode a banner says so. */
export async function ReaderPage({ strips, ...frame }: ReaderFrameProps) {
  await connection();
  return (
    <ReaderFrame
      {...frame}
      strips={
        <>
          {environment().demo ? <DemoBanner /> : null}
          {strips}
        </>
      }
    />
  );
}

async function DemoBanner() {
  const text = await getTranslations("public.demo");
  return <DemoStrip label={text("label")} text={text("banner")} />;
}
