import { pictureWords } from "@/app/_server/picture-words";
import { Scatter } from "@/ui/pictures/scatter";
import { itemPlace } from "./item-place";
import type { OptionStanding } from "./option-standing";
import { planePicture } from "./plane-picture";

/** Two criteria against each other; nothing where too few options were rated on both. */
export async function OptionsPlane({ options, base }: { options: readonly OptionStanding[]; base: string }) {
  const picture = await planePicture(options);
  if (!picture) return null;
  const items = picture.items.map((item) => ({ ...item, href: itemPlace(base, { id: item.key }) }));
  return <Scatter {...picture} items={items} heading={3} words={await pictureWords()} />;
}
