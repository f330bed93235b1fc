/** Ink on paper with the shop's colour; big targets first, for thumbs. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fafaf7;--surface:#fff;--line:#e7e5df;--edge:#8a8f88;--ink:#1f2421;--second:#5f665f;--red:#b42318;--amber:#b7791f}
@media(prefers-color-scheme:dark){:root{--paper:#141716;--surface:#1c201f;--line:#2c3230;--edge:#7b837d;--ink:#e6e9e6;--second:#a3aaa4;--red:#f2857b;--amber:#e0b15c}}
*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;border-top:4px solid var(--shop)}
main{max-width:560px;margin:0 auto;padding:24px 16px 48px}
.shop{margin-bottom:16px;color:var(--second);font-size:14px}
form,.word{display:grid;gap:20px;padding:20px 16px;border:1px solid var(--line);border-radius:12px;background:var(--surface)}
fieldset{border:0;min-width:0}
legend,h1{font-size:20px;line-height:1.4;font-weight:600;overflow-wrap:anywhere}
.row{display:grid;gap:8px;margin-top:16px}
.nps .row{grid-template-columns:repeat(6,1fr)}
.ces .row{grid-template-columns:repeat(7,1fr)}
.csat .row{grid-template-columns:repeat(5,1fr)}
.row label,.reasons label{position:relative;cursor:pointer}
input[type=radio],.reasons input{position:absolute;inset:0;width:100%;height:100%;opacity:0;cursor:pointer}
.row span{display:grid;place-items:center;min-height:48px;border:1px solid var(--edge);border-radius:8px;font-variant-numeric:tabular-nums}
.row label:hover span{border-color:var(--ink)}
input:focus-visible+span,button:focus-visible,textarea:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.row input:checked+span{background:var(--ink);border-color:var(--ink);color:var(--surface);font-weight:700}
.csat .row span{font-size:26px;color:var(--second)}
.csat .row input:checked+span{background:none;color:var(--amber);border:2px solid var(--amber)}
.csat .row label:has(~label input:checked) span{color:var(--amber)}
.ends{display:flex;justify-content:space-between;gap:16px;margin-top:8px;color:var(--second);font-size:13px}
.reasons legend{font-size:16px}
.reasons div{display:flex;flex-wrap:wrap;gap:8px;margin-top:10px}
.reasons span{display:block;padding:8px 14px;border:1px solid var(--edge);border-radius:20px}
.reasons input:checked+span{border-color:var(--ink);background:var(--ink);color:var(--surface)}
@supports selector(:has(*)){.reasons{display:none}form:has(.csat input:is([value="1"],[value="2"],[value="3"]):checked) .reasons{display:block}}
.comment{display:grid;gap:6px;color:var(--second)}
textarea{width:100%;padding:10px 12px;border:1px solid var(--edge);border-radius:8px;background:var(--paper);color:var(--ink);font:inherit;resize:vertical}
button{min-height:48px;border:0;border-radius:8px;background:var(--ink);color:var(--surface);font:inherit;font-weight:600;cursor:pointer}
.problem{color:var(--red);font-weight:600}
.second{color:var(--second)}
.done::before{content:"✓ ";color:#2f7d32}
@media(min-width:600px){main{padding-top:56px}form,.word{padding:32px}.nps .row{grid-template-columns:repeat(11,1fr);gap:6px}}
`;
