import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { visitor } from "@/db/actor";
import { published } from "@/db/queries/published";
import { Button } from "@/ui/button";
import { SelectField, TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { AskingForm } from "../../_parts/asking-form";
import { PanelFrame } from "../../_parts/panel-frame";
import { sendLinkAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.lost");
  return { title: text("title"), robots: { index: false } };
}

/** Asks for one's personal link again. What stands here afterwards is the same for every address. */
export default async function LostLinkPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const text = await getTranslations("panel.lost");
  const { sent } = await searchParams;
  return (
    <PanelFrame>
      <div className="max-w-measure space-y-6">
        <h1>{text("title")}</h1>
        {sent ? (
          <Notice kind="success" title={text("sent")}>
            <p>{text("sent-text")}</p>
          </Notice>
        ) : (
          <AddressForm />
        )}
        <p>
          <Link href="/join" className="link target inline-flex items-center font-sans text-base">
            {text("back")}
          </Link>
        </p>
      </div>
    </PanelFrame>
  );
}

async function AddressForm() {
  const text = await getTranslations("panel.lost");
  const studies = await published(visitor, {});
  return (
    <>
      <p>{text("lead")}</p>
      <AskingForm action={sendLinkAction}>
        <TextField
          name="address"
          type="email"
          label={text("address")}
          required
          maxLength={320}
          autoComplete="email"
          className="max-w-md"
        />
        <SelectField name="study" label={text("study")} className="max-w-md">
          <option value="">{text("any-study")}</option>
          {studies.map((study) => (
            <option key={study.slug} value={study.slug}>
              {study.title}
            </option>
          ))}
        </SelectField>
        <Button>{text("send")}</Button>
      </AskingForm>
    </>
  );
}
