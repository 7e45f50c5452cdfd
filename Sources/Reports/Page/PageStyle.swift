/// The page's looks on screen, on a narrow screen and on paper.
///
/// Colours of text keep a contrast of 4.5:1 and more on their ground (WCAG 2.1 AA).
enum PageStyle {
  static let text: StaticString = """
    :root{--ink:#1b2430;--soft:#4d5a6a;--line:#d5dbe3;--ground:#fff;--tint:#f3f6fa;--brand:#0b4f6c;
    --safe:#14693c;--safe-t:#e3f4ea;--watch:#7a4b00;--watch-t:#fdf0d5;--refuse:#a01c1c;--refuse-t:#fbe6e4}
    *{box-sizing:border-box}
    html{font:16px/1.5 "Segoe UI",system-ui,-apple-system,Roboto,"Noto Sans",sans-serif;color:var(--ink);
    background:var(--ground);scroll-padding-top:3.5rem}
    body{margin:0}
    html[lang=id] body [lang=en]:not(button),html[lang=en] body [lang=id]:not(button){display:none}
    html:not(.js) [data-js]{display:none}
    header,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
    header{padding-top:1rem}
    h1{font-size:1.9rem;line-height:1.2;margin:.6rem 0 .3rem;color:var(--brand)}
    h2{font-size:1.45rem;line-height:1.25;margin:2.6rem 0 .8rem;padding-top:.8rem;border-top:2px solid var(--brand);
    color:var(--brand)}
    h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
    p{margin:.4rem 0;max-width:68rem}
    a{color:#0a5878}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid #e08a00;outline-offset:2px}
    code{font-family:Consolas,"DejaVu Sans Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem;z-index:3}
    .bar{display:flex;flex-wrap:wrap;gap:.5rem 1rem;justify-content:space-between;align-items:center}
    .stamp{margin:0;font-size:.85rem;color:var(--soft)}
    .stamp strong{color:var(--refuse)}
    .languages button{font:inherit;font-size:.85rem;padding:.3rem .8rem;border:1px solid var(--brand);background:#fff;
    color:var(--brand);cursor:pointer}
    .languages button:first-child{border-radius:.4rem 0 0 .4rem}
    .languages button:last-child{border-radius:0 .4rem .4rem 0;border-left:0}
    .languages button[aria-pressed=true]{background:var(--brand);color:#fff}
    .question{font-size:1.08rem}
    .note,.notes,.status{color:var(--soft);font-size:.88rem}
    .notes{padding-left:1.2rem}
    .absent{color:var(--soft);font-style:italic}
    nav{position:sticky;top:0;background:var(--brand);margin-top:1rem;z-index:2}
    nav ul{display:flex;gap:.1rem;list-style:none;margin:0 auto;padding:0 .75rem;max-width:76rem;overflow-x:auto}
    nav a{display:block;color:#fff;text-decoration:none;padding:.55rem .6rem;white-space:nowrap;font-size:.9rem}
    nav a:hover{text-decoration:underline}
    .lead{font-size:1.15rem}
    .caption{margin:1.2rem 0 0;color:var(--soft)}
    .leader{font-size:1.35rem;font-weight:600;margin:.1rem 0 .8rem;line-height:1.3}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(15.5rem,1fr));gap:.9rem}
    .card{background:var(--tint);border:1px solid var(--line);border-top:4px solid var(--brand);border-radius:.4rem;
    padding:.7rem .9rem}
    .card h3{margin:.1rem 0 .5rem;color:var(--brand)}
    .card p{font-size:.92rem}
    .big b{font-size:1.5rem;line-height:1.2}
    .big .range{font-size:.9rem}
    .label{display:block;font-size:.78rem;color:var(--soft)}
    td .label{display:none}
    .range{display:block;font-size:.82rem;color:var(--soft);font-weight:400}
    .range data{white-space:nowrap}
    .facts .range{display:inline;font-size:.9em}
    .facts li{margin:.25rem 0;max-width:68rem}
    .badge{display:inline-block;font-size:.8rem;font-weight:600;padding:.1rem .55rem;border-radius:1rem;border:1px solid;
    white-space:nowrap;vertical-align:middle}
    .safe.badge{color:var(--safe);background:var(--safe-t)}
    .watch.badge{color:var(--watch);background:var(--watch-t)}
    .base.badge{color:var(--soft);background:var(--tint)}
    .refuse.badge{color:var(--refuse);background:var(--refuse-t)}
    .warn{display:block;color:var(--watch);font-size:.88rem}
    .none{color:var(--soft)}
    table{border-collapse:collapse;font-size:.88rem;width:100%}
    th,td{text-align:left;vertical-align:top;padding:.45rem .55rem;border-bottom:1px solid var(--line)}
    thead th{background:var(--tint);border-bottom:2px solid var(--brand);font-weight:600}
    thead th [role=button]{display:block;cursor:pointer}
    thead th [role=button]::after{content:" \\2195";color:var(--soft)}
    th[aria-sort=ascending] [role=button]::after{content:" \\2191"}
    th[aria-sort=descending] [role=button]::after{content:" \\2193"}
    tbody th{font-weight:600}
    .num{font-variant-numeric:tabular-nums}
    tbody tr:hover{background:#fafbfd}
    .scroll{overflow-x:auto}
    .filters{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;margin:.6rem 0;font-size:.9rem}
    .filters input[type=search]{font:inherit;padding:.25rem .5rem;border:1px solid var(--soft);border-radius:.3rem}
    .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(34rem,100%),1fr));gap:1.5rem 2rem}
    .chart{margin:0}
    .chart h3{margin:.6rem 0 0}
    .chart figcaption p{margin:0 0 .3rem;color:var(--soft);font-size:.85rem}
    .chart th,.chart td{border:0;padding:.1rem .5rem .1rem 0;font-size:.82rem;line-height:1.25;vertical-align:middle}
    .chart th{width:32%;font-weight:400}
    .chart th a{color:inherit;text-decoration:none}
    .chart th a:hover{text-decoration:underline}
    .chart td.num{width:24%}
    .chart .range{font-size:.76rem}
    .plot svg{display:block;width:100%;height:1.4rem}
    .plot rect{fill:#9fb7c8}
    svg.safe rect{fill:#7cc19a}
    svg.watch rect{fill:#e5b765}
    svg.refuse rect{fill:#df9089}
    svg line{vector-effect:non-scaling-stroke;stroke:var(--ink);stroke-width:1.4}
    svg .grid{stroke:#e3e8ee;stroke-width:1}
    svg .zero{stroke:#6b7887;stroke-width:1}
    svg .mean{stroke-width:3}
    svg .mark{stroke:var(--refuse);stroke-dasharray:3 3}
    .axis div{position:relative;height:1.2rem;font-size:.72rem;color:var(--soft)}
    .axis div>span{position:absolute;transform:translateX(-50%);white-space:nowrap}
    details{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:0 .9rem}
    details[open]{padding-bottom:.8rem}
    summary{cursor:pointer;font-weight:600;padding:.55rem 0}
    .policy h3{color:var(--brand)}
    .policy summary{font-size:1.02rem}
    .maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(32rem,100%),1fr));gap:1rem 1.6rem}
    .heat table{width:auto;font-size:.74rem;border-collapse:separate;border-spacing:1px}
    .heat caption{text-align:left;font-weight:600;font-size:.88rem;padding:.3rem 0}
    .heat th{border:0;padding:.1rem .3rem;font-weight:400;background:none}
    .heat thead th{font-size:.62rem;padding:.1rem 0;text-align:center}
    .heat td{border:0;padding:.15rem 0;text-align:center;min-width:1.7rem}
    .unchanged{font-size:.9rem;color:var(--soft)}
    .h0{background:#eef4f8}
    .h1{background:#d3e4ee}
    .h2{background:#fbe3b5}
    .h3{background:#f5b971}
    .h4{background:#b5451d;color:#fff}
    .h5{background:#7a1f12;color:#fff}
    dt{font-weight:600;margin-top:.5rem}
    dd{margin:0}
    footer{overflow-wrap:anywhere;margin-top:3rem;padding-bottom:2rem;color:var(--soft);font-size:.85rem;border-top:1px solid var(--line)}
    @media screen and (min-width:48rem){
    .scroll tbody th{min-width:12rem}
    .heat tbody th{min-width:0}
    }
    @media screen and (max-width:48rem){
    html{font-size:15px}
    h1{font-size:1.45rem}
    .cards-when-narrow thead{display:none}
    .cards-when-narrow,.cards-when-narrow tbody,.cards-when-narrow tr,.cards-when-narrow th,.cards-when-narrow td{
    display:block}
    .cards-when-narrow tr{border:1px solid var(--line);border-radius:.4rem;margin:.7rem 0;padding:.3rem .6rem}
    .cards-when-narrow th,.cards-when-narrow td{border:0;padding:.2rem 0}
    .cards-when-narrow th{font-size:1rem}
    .cards-when-narrow td .label{display:block}
    .chart th{width:auto;display:block}
    .chart tr{display:block;margin:.35rem 0}
    .chart td{display:block;width:auto!important}
    .chart .range{display:inline}
    tr[hidden]{display:none!important}
    }
    tr[hidden]{display:none!important}
    @media print{
    @page{size:A4;margin:14mm}
    @page wide{size:A4 landscape;margin:12mm}
    #tabel,#anggaran{page:wide}
    .cards{grid-template-columns:repeat(4,1fr)}
    .card{padding:.4rem .5rem}
    .big b{font-size:1.15rem}
    details:not([open]){display:none}
    html{font-size:9pt;line-height:1.4}
    .lead{font-size:1.05rem}
    .cards{gap:.5rem}
    .facts li{margin:.1rem 0}
    #ringkasan h2{margin-top:.6rem}
    nav,.filters,.languages,.skip{display:none!important}
    header,main,footer{max-width:none;padding:0}
    h2{break-after:avoid;margin-top:1.2rem}
    h3,caption,summary{break-after:avoid}
    tr,.card,figure{break-inside:avoid}
    a{color:inherit;text-decoration:none}
    thead th [role=button]::after{content:""!important}
    .maps{grid-template-columns:1fr 1fr;gap:.4rem .8rem}
    .heat table{font-size:5.5pt}
    .heat thead th{font-size:4.4pt}
    .heat td{min-width:0;padding:.1rem}
    .heat caption{font-size:8pt}
    .scroll{overflow:visible}
    table{font-size:8pt}
    #tabel th,#tabel td{padding:.25rem .4rem}
    #tabel .notes{font-size:7pt;margin:.3rem 0}
    details{border:0;padding:0}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }
    """
}
