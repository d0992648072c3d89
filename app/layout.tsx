import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./globals.css";

/** No page is made at build time: each shows a database, and may carry what belongs to one reader alone. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("public.meta");
  return {
    title: { template: text("template"), default: text("name") },
    description: text("description"),
    applicationName: text("name"),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#161513" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  );
}
