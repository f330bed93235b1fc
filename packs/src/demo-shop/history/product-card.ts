import type { Content } from "@yingda/contract/events";
import { imagesPath } from "../images.ts";
import type { Product } from "../types.ts";

/** The card that appears when someone sends a product into the conversation. */
export function productCard(product: Product, locale: "zh-CN" | "en"): Content {
  return {
    kind: "product",
    productId: product.id,
    title: locale === "en" ? product.title.en : product.title.zh,
    price: `¥${product.price}`,
    imageUrl: `${imagesPath}${product.image}`,
  };
}
