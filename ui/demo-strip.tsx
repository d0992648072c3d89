import { Banner } from "@/ui/banner";

/** The quiet strip of the demonstration: what this is. */
export function DemoStrip({ label, text }: { label: string; text: string }) {
  return (
    <Banner label={label}>
      <p className="max-w-measure text-muted">{text}</p>
    </Banner>
  );
}
