import { dayOf, isoOf, quantityIn } from "../quantity";
import { DateScale, NumberScale, type QuantityScale } from "../scale";

/** "number; decimals 1; unit GW; min 0", "date; max 2040-12-31": how a table of items names the scale of a quantity. */
export function quantityScaleText(scale: QuantityScale): string {
  const bound = (value: number) => (scale.kind === "date" ? isoOf(value) : String(value));
  return [
    scale.kind,
    ...(scale.kind === "number" ? [`decimals ${scale.decimals}`] : []),
    ...(scale.kind === "number" && scale.unit !== "" ? [`unit ${scale.unit}`] : []),
    ...(scale.min === null ? [] : [`min ${bound(scale.min)}`]),
    ...(scale.max === null ? [] : [`max ${bound(scale.max)}`]),
  ].join("; ");
}

/** The scale that such a text names; null where it names none. */
export function quantityScaleIn(text: string): QuantityScale | null {
  const [kind, ...said] = text.split(";").map((one) => one.trim());
  const values = new Map(said.map((one) => [one.split(" ", 1)[0]!, one.slice(one.indexOf(" ") + 1).trim()]));
  const bound = (name: string) => {
    const value = values.get(name);
    if (value === undefined) return null;
    return kind === "date" ? dayOf(value) : quantityIn("number", value);
  };
  const bounds = { kind, min: bound("min"), max: bound("max") };
  if (kind === "date") return DateScale.safeParse(bounds).data ?? null;
  const { unit = "", decimals = "0" } = Object.fromEntries(values);
  return NumberScale.safeParse({ ...bounds, unit, decimals: Number(decimals) }).data ?? null;
}
