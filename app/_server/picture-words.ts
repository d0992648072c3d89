import { getTranslations } from "next-intl/server";
import type { PictureWords } from "@/ui/pictures/words";

/** The fixed words of pictures and their tables, for every `words` of a picture. */
export async function pictureWords(): Promise<PictureWords> {
  const word = await getTranslations("shared.picture");
  return {
    you: word("you"),
    median: word("median"),
    middleHalf: word("middleHalf"),
    lowerQuartile: word("lowerQuartile"),
    upperQuartile: word("upperQuartile"),
    answers: word("answers"),
    share: word("share"),
    point: word("point"),
    item: word("item"),
    round: word("round"),
    change: word("change"),
    n: word("n"),
    to: word("to"),
    at: word("at"),
    numbers: word("numbers"),
  };
}
