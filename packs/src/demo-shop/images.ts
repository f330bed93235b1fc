/** Where the demo shop's pictures live on disk, and the path under which the loader is expected to serve them. */
export const imagesFolder = new URL("../../data/demo-shop/images/", import.meta.url);
export const imagesPath = "/demo-shop/images/";

/** A picture inside an answer. */
export function picture(file: string, alt: string): string {
  return `<p><img src="${imagesPath}${file}" alt="${alt}"></p>`;
}
