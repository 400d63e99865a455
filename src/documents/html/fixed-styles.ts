// How a page looks: on a wide screen, on a telephone, in the dark and on paper. Colour never says anything alone.

/** Rows of tables with many columns become cards sooner than those of slim ones. */
export const cardWidths = { wide: '1000px', slim: '640px' } as const

export type CardWidth = keyof typeof cardWidths

export const fixedStyles = `
:root{color-scheme:light dark;--face:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif;--page:#fff;--text:#1f2428;--muted:#555d66;--rule:#cfd5db;--accent:var(--primary);--band:var(--tint);--inserted:#0b5c2e;--deleted:#9b1c14;--warn:#fff4e0;--warn-ink:#613c00}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:3rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 var(--face);overflow-wrap:anywhere}
.mast,main,.foot{max-width:84rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,3rem)}
.skip{position:absolute;inset-inline-start:1rem;top:0;z-index:9;padding:.6rem 1rem;background:var(--accent);color:var(--page);font-weight:600;transform:translateY(-110%)}
.skip:focus{transform:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
main:focus{outline:none}
a{color:var(--accent);text-underline-offset:.2em}
.mast{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.5rem;padding-block:1.4rem 1rem;border-bottom:3px solid var(--accent)}
.mast img{display:block;max-height:3.5rem;width:auto;max-width:min(15rem,100%)}
.mast p{margin:0;color:var(--muted);font-size:.9rem}
.mast .name{color:var(--text);font-weight:650;font-size:1.05rem}
.draft{margin:1.2rem 0 0;padding:.7rem 1rem;background:var(--warn);color:var(--warn-ink);font-weight:650;border-inline-start:5px solid currentColor}
.watermark{display:none}
p,ul,ol,dl{margin:0 0 1rem;max-width:46rem}
ul{padding-inline:1.6rem}
h1,h2,h3{color:var(--accent);line-height:1.2;text-wrap:balance;margin:0 0 .8rem}
h1{font-size:clamp(1.9rem,1.3rem + 2.4vw,3rem);letter-spacing:-.015em}
h2{font-size:1.55rem;margin-top:3.2rem}
h3{font-size:1.2rem;margin-top:2.4rem}
.number{margin-inline-end:.5em}
.cover{padding-block:clamp(2rem,6vw,4.5rem) 0}
.kicker{margin-bottom:.6rem;color:var(--muted);font-size:.85rem;font-weight:650;letter-spacing:.06em;text-transform:uppercase}
.subtitle{font-size:1.3rem;color:var(--muted);line-height:1.35}
.between{margin-block:1.8rem;font-size:1.1rem}
.between p{margin-bottom:.25rem}
.cover dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;max-width:60rem;border-top:1px solid var(--rule)}
.cover dt,.cover dd{margin:0;padding:.5rem 1.5rem .5rem 0;border-bottom:1px solid var(--rule)}
.cover dt{font-weight:650;color:var(--accent)}
.note,.notice{padding-inline-start:1rem;border-inline-start:3px solid var(--accent);color:var(--muted)}
.notice{margin-top:1.8rem;color:var(--text)}
.muted{color:var(--muted)}
ins{color:var(--inserted);text-decoration:underline double;text-underline-offset:.18em}
del{color:var(--deleted);text-decoration:line-through}
nav ol{list-style:none;padding:0;max-width:none;columns:22rem;column-gap:3rem}
nav li{break-inside:avoid;padding-block:.2rem}
nav .sub{padding-inline-start:1.4rem;font-size:.95em}
nav a{text-decoration:none;display:inline-block;padding-block:.1rem}
nav a:hover{text-decoration:underline}
table{width:100%;margin:1.2rem 0 2rem;border-collapse:separate;border-spacing:0;table-layout:fixed;font-size:.875rem;line-height:1.45;border-bottom:2px solid var(--accent)}
caption{padding:0 0 .5rem;text-align:start;font-weight:650;font-size:1rem;color:var(--accent)}
th,td{padding:.5rem .65rem;text-align:start;vertical-align:top;font-weight:400;border-bottom:1px solid var(--rule)}
tr:last-child>td,tr:last-child>th{border-bottom:0}
tbody:not(:last-child)>tr:last-child>*{border-bottom:1px solid var(--rule)}
thead th{position:sticky;top:0;z-index:1;vertical-align:bottom;font-weight:650;color:var(--accent);background:var(--band);border-top:2px solid var(--accent);border-bottom:2px solid var(--accent);overflow-wrap:break-word}
tr.group>th{font-weight:650;color:var(--accent);background:var(--band)}
.under{margin-top:.15rem;font-weight:400;color:var(--text)}
td>div+div,th>div+div,.pill>div+div{margin-top:.35rem}
.ids{word-break:keep-all;font-variant-numeric:tabular-nums}
.facts{max-width:60rem;table-layout:auto;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.facts th{width:28%;font-weight:650;color:var(--accent)}
.pill{display:inline-block;padding:.05rem .5rem;border-radius:.6rem;background:var(--fill);color:var(--ink);font-weight:600}
.signers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:2.5rem 4rem;margin-block:1.5rem}
.signer h3,.signer h4{margin:0 0 .6rem;font-size:1.1rem;color:var(--text)}
.signer p{margin:0;color:var(--muted);font-size:.875rem}
.signer dt{color:var(--muted);font-size:.8rem;margin-top:.7rem}
.signer dd{margin:0;min-height:1.9rem;border-bottom:1px solid var(--muted)}
.said{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.foot{margin-top:4rem;padding-block:1.2rem 2rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.8rem}
.foot p{margin:0 0 .2rem;max-width:none}
@media screen and (prefers-color-scheme:dark){
:root{--page:#12161b;--text:#e6eaee;--muted:#a9b3bd;--rule:#353d46;--accent:var(--tint);--band:#222b35;--inserted:#86d9a5;--deleted:#ff9f97;--warn:#40300f;--warn-ink:#ffdf9e}
.pill{background:var(--ink);color:var(--fill)}
.mast img{padding:.4rem;background:#fff;border-radius:.4rem;max-height:4.3rem}
}
@media print{
:root{color-scheme:light}
body{font-size:10pt}
.mast,main,.foot{max-width:none;padding-inline:0}
.skip,.foot{display:none}
.cover,nav{break-after:page}
.new-page{break-before:page}
.side{page:side}
nav li{padding-block:0}
h1,h2,h3,caption,.group{break-after:avoid}
h2{margin-top:1.6rem;font-size:16pt}
h3{margin-top:1.2rem;font-size:12.5pt}
table{font-size:8.5pt}
thead{display:table-header-group}
thead th{position:static}
tr,.signer,li{break-inside:avoid}
p,li{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
.draft{background:none;padding-block:.3rem}
.pill,thead th,tr.group>th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.watermark{display:block;position:fixed;inset:0;z-index:5;pointer-events:none;display:grid;place-items:center;font:800 110pt/1 var(--face);letter-spacing:.08em;color:#4a5560;opacity:.1}
.watermark span{transform:rotate(-38deg)}
}`

/** A card: the row's first cell is its title, each further cell stands under its column's name. */
export function cardRules(width: CardWidth): string {
  const table = `table.${width}`
  return [
    `${table},${table} caption,${table} tbody,${table} tr,${table} th,${table} td{display:block;width:auto}`,
    `${table}{border-bottom:0}`,
    `${table} thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`,
    `${table} colgroup{display:none}`,
    `${table} tbody>tr{margin-bottom:1rem;padding:.3rem 0;border:1px solid var(--rule);border-inline-start:4px solid var(--accent)}`,
    `${table} tbody>tr>*{border:0!important;padding:.3rem .8rem}`,
    `${table} tbody>tr>th[scope=row]{font-weight:650}`,
    `${table} tbody>tr.group{margin:1.6rem 0 .6rem;padding:0;border:0}`,
    `${table} td:empty{display:none}`,
    `${table} tr.across>td::before{content:none!important}`,
    `${table} td::before{display:block;color:var(--muted);font-size:.78rem;font-weight:600}`,
  ].join('')
}
