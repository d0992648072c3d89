import { connection } from "next/server";
import { environment } from "@/db/environment";
import { DemoBanner } from "./demo-banner";
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
