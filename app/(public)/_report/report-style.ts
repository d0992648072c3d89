/** How the report looks, on paper first: A4 or letter, as the printer has it. */
export const REPORT_STYLE = `
:root{color-scheme:light;--ink:#1d1c19;--muted:#5c584f;--line:#dcd7cb;--accent:#0f5f5c;--caution:#9a3f12}
*{box-sizing:border-box}
html{background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;color:var(--ink);font:400 1rem/1.5 "Source Serif","Source Serif 4",Georgia,serif;overflow-wrap:anywhere}
header{border-bottom:1px solid var(--line);padding-bottom:1.5rem}
.over,.quiet,th,td,dt,dd,nav,caption,.mark,.ask{font-family:Inter,Helvetica,Arial,sans-serif}
.over{color:var(--muted);font-size:.85rem;margin:0}
.mark{color:var(--caution);font-weight:600;font-size:.9rem;margin:0 0 .75rem}
h1{font-size:2rem;line-height:1.2;font-weight:600;margin:.6rem 0 .8rem}
.question{font-size:1.2rem;margin:0 0 1.25rem}
h2{font-size:1.55rem;line-height:1.25;font-weight:600;margin:2.75rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--ink)}
h3{font-size:1.2rem;line-height:1.3;font-weight:600;margin:1.75rem 0 .4rem}
.minor{font-size:1rem;line-height:1.4;font-weight:600;margin:1.1rem 0 .2rem}
h2 .n,h3 .n{color:var(--accent);margin-inline-end:.5em;font-variant-numeric:tabular-nums}
p{margin:.4rem 0 .7rem;max-width:42rem}
.quiet{color:var(--muted);font-size:.85rem}
ul{margin:.4rem 0 .9rem;padding-inline-start:1.2rem}li{margin:.2rem 0}li:dir(rtl){margin-right:1.2rem}
.said{list-style:none;padding:0}.said li{border-inline-start:2px solid var(--line);padding-inline-start:.9rem;margin:.5rem 0;white-space:pre-line}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.25rem;margin:0;font-size:.85rem}dt{color:var(--muted)}dd{margin:0}
nav ol{list-style:none;padding:0;margin:.5rem 0;font-size:.9rem}nav li{margin:.15rem 0}nav .in{color:var(--muted)}
nav a{color:inherit;text-decoration:none}nav a:hover{text-decoration:underline}nav .n{display:inline-block;min-width:1.6rem;font-variant-numeric:tabular-nums}nav .in .n{min-width:2.2rem}nav li{padding-inline-start:1.6rem;text-indent:-1.6rem}nav .in{padding-inline-start:3.8rem;text-indent:-2.2rem}nav .n{text-indent:0}
nav h2{font-size:1.1rem;border:0;padding:0;margin:1.5rem 0 .25rem}
figure{margin:1.25rem 0;border:1px solid var(--line)}figure svg{display:block;width:100%;height:auto}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.8rem;line-height:1.35;margin:1rem 0 1.5rem}
caption{text-align:start;font-weight:600;font-size:.9rem;padding-bottom:.4rem}
th{text-align:start;font-weight:600;color:var(--muted);border-bottom:1px solid var(--ink);padding:.3rem .5rem .3rem 0;vertical-align:bottom}
td{border-bottom:1px solid var(--line);padding:.3rem .5rem .3rem 0;vertical-align:top}
.num+:not(.num){padding-inline-start:.6rem}
.num{text-align:end;font-variant-numeric:tabular-nums}
.ask{font-size:.85rem;color:var(--muted)}
@page{size:A4;margin:20mm 18mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:7.5pt Inter,Helvetica,Arial,sans-serif;color:#5c584f}}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
.fresh{break-before:page;margin-top:0}nav ol{columns:2;column-gap:2rem}nav li{break-inside:avoid}.quiet:has(+.said){break-after:avoid}
h2,h3,h4,caption{break-after:avoid}
figure,tr,.said li,dl{break-inside:avoid}
p{orphans:3;widows:3}
thead{display:table-header-group}
.ask:not(.kept){display:none}
}
@media(max-width:40rem){table{font-size:.72rem}h1{font-size:1.6rem}dl{grid-template-columns:1fr}dd{margin-bottom:.35rem}}
`;

/** The running foot of a page, which no element can be: a text of the document in a rule of the page. */
export const footRule = (foot: string): string =>
  `@page{@bottom-left{content:"${foot.replace(/[\\"<>\n\r\f]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}";font:7.5pt Inter,Helvetica,Arial,sans-serif;color:#5c584f;width:88%;white-space:nowrap;overflow:hidden}}`;
