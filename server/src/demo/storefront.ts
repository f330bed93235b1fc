import { imagesPath } from "@yingda/packs/demo-shop/images";
import { products } from "@yingda/packs/demo-shop/products";
import { englishName, settings } from "@yingda/packs/demo-shop/shop";
import type { Product } from "@yingda/packs/demo-shop/types";
import { escapeHtml } from "../platform/http/html.ts";

/** The demo shop's front: a page like those that shops embed the window in, where a newcomer can be the customer. */
type Locale = "zh" | "en";

const words = {
  zh: {
    demo: "演示店铺：商品、人物与对话均为虚构",
    slogan: "轻一点，走远一点",
    ask: "咨询客服",
    back: "全部商品",
    cart: "加入购物车",
    other: "English",
    otherLocale: "en",
    try: "试试问：什么时候发货？帐篷能防多大的雨？转人工",
  },
  en: {
    demo: "Demo shop: goods, people and conversations are invented",
    slogan: "Carry less, walk further",
    ask: "Ask us",
    back: "All products",
    cart: "Add to cart",
    other: "中文",
    otherLocale: "zh",
    try: "Try asking: When will it ship? How waterproof is the tent? Talk to a person",
  },
};

export function storefrontPage({
  widgetKey,
  locale,
  productId,
}: {
  widgetKey: string;
  locale: Locale;
  productId?: string;
}): string {
  const w = words[locale];
  const name = locale === "en" ? englishName : settings.name;
  const product = products.find(({ id }) => id === productId);
  return `<!doctype html>
<html lang="${locale === "en" ? "en" : "zh-CN"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
<style>${style}</style>
</head>
<body>
<p class="demo">${escapeHtml(w.demo)}</p>
<header><a class="name" href="/demo?lang=${locale}">${escapeHtml(name)}</a><span>${escapeHtml(w.slogan)}</span><a class="other" href="/demo?lang=${w.otherLocale}">${w.other}</a></header>
<main>${product ? productPage(product, locale) : `<p class="try">${escapeHtml(w.try)}</p><ul class="goods">${products.map((each) => card(each, locale)).join("")}</ul>`}</main>
<script src="/widget.js" data-key="${widgetKey}" data-locale="${locale === "en" ? "en" : "zh-CN"}"${product ? ` data-product="${product.id}"` : ""} async></script>
${product ? askScript(product, locale) : ""}
</body>
</html>`;
}

/** After the demo was removed. */
export function closedPage(locale: Locale): string {
  const [title, why] =
    locale === "en"
      ? ["The demo shop has closed", "Its owner has removed the demo data."]
      : ["演示店铺已经关门", "店主已经移除了演示数据。 The demo data has been removed."];
  return `<!doctype html><html lang="${locale === "en" ? "en" : "zh-CN"}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style><main><h1>${title}</h1><p class="try">${why}</p></main></html>`;
}

const picture = (product: Product, locale: Locale) =>
  `<img src="${imagesPath}${product.image}" alt="${escapeHtml(product.title[locale])}" width="400" height="400">`;

function card(product: Product, locale: Locale): string {
  return `<li><a href="/demo?lang=${locale}&product=${product.id}">${picture(product, locale)}<b>${escapeHtml(product.title[locale])}</b><i>${escapeHtml(product.summary[locale])}</i><strong>¥${product.price}</strong></a></li>`;
}

function productPage(product: Product, locale: Locale): string {
  const w = words[locale];
  const attributes = product.attributes
    .map(({ name, value }) => `<tr><th>${escapeHtml(name[locale])}</th><td>${escapeHtml(value[locale])}</td></tr>`)
    .join("");
  return `<a class="back" href="/demo?lang=${locale}">← ${w.back}</a><section class="product">${picture(product, locale)}<div><h1>${escapeHtml(product.title[locale])}</h1><p>${escapeHtml(product.summary[locale])}</p><p class="price">¥${product.price}</p><table>${attributes}</table><p><button id="ask">${w.ask}</button></p></div></section>`;
}

/** What a shop would write itself: a button that opens the window and sends the product along. */
function askScript(product: Product, locale: Locale): string {
  const cardOf = {
    productId: product.id,
    title: product.title[locale],
    price: `¥${product.price}`,
    imageUrl: `${imagesPath}${product.image}`,
    url: `/demo?lang=${locale}&product=${product.id}`,
  };
  return `<script>document.getElementById("ask").onclick=()=>{window.Yingda.open();window.Yingda.sendProduct(${JSON.stringify(cardOf).replaceAll("<", "\\u003c")})}</script>`;
}

const style = `
*{box-sizing:border-box}body{margin:0;font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#26302a;background:#f6f5f0}
a{color:inherit;text-decoration:none}.demo{margin:0;padding:6px 16px;background:#3f6b4f;color:#fff;text-align:center;font-size:13px}
header{display:flex;gap:16px;align-items:baseline;max-width:1120px;margin:0 auto;padding:24px 16px 8px}.name{font-size:22px;font-weight:600}header span{color:#6b736c;flex:1}.other{color:#3f6b4f}
main{max-width:1120px;margin:0 auto;padding:8px 16px 120px}.try{margin:8px 0 20px;padding:12px 16px;border-radius:8px;background:#e7ede6;color:#31533e}
.goods{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:20px}
.goods a{display:flex;flex-direction:column;height:100%;background:#fff;border-radius:12px;overflow:hidden;padding-bottom:14px;transition:transform .15s}.goods a:hover{transform:translateY(-2px)}
.goods img{width:100%;height:auto;aspect-ratio:1}.goods b,.goods i,.goods strong{padding:0 14px}.goods b{padding-top:12px;font-weight:600}.goods i{font-style:normal;color:#6b736c;font-size:13px;flex:1}.goods strong{padding-top:8px;color:#b4532a}
.back{display:inline-block;margin:8px 0 16px;color:#3f6b4f}.product{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:32px;background:#fff;border-radius:12px;padding:24px}.product img{width:100%;height:auto;border-radius:8px}
.product h1{margin:0;font-size:24px}.price{color:#b4532a;font-size:24px;margin:8px 0 16px}table{border-collapse:collapse;width:100%}th,td{padding:8px 0;border-bottom:1px solid #eceae2;text-align:left;font-weight:400}th{color:#6b736c;width:6em}
button{font:inherit;margin-top:8px;padding:10px 24px;border:0;border-radius:8px;background:#3f6b4f;color:#fff;cursor:pointer}button:focus-visible,a:focus-visible{outline:3px solid #9cc3a8;outline-offset:2px}
@media(max-width:640px){header{flex-wrap:wrap}header span{order:3;flex-basis:100%}.goods{grid-template-columns:1fr 1fr;gap:12px}.goods i{display:none}.product{grid-template-columns:1fr;padding:16px}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}`;
