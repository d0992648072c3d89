const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** A mail's plain text with its addresses as links. */
export function MailText({ text }: { text: string }) {
  const pieces = text.split(ADDRESS).map((piece, at) => ({ piece, at }));
  return (
    <p className="font-sans text-base whitespace-pre-wrap [overflow-wrap:anywhere]">
      {pieces.map(({ piece, at }) =>
        ADDRESS.test(piece) ? (
          <a key={at} href={piece} className="link">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
