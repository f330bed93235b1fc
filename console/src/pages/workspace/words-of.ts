/** The words of a rich answer, with its line breaks: what a person would have typed. */
export function wordsOf(html: string) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("br")) element.replaceWith("\n");
  for (const element of body.querySelectorAll("li")) element.prepend("· ");
  for (const element of body.querySelectorAll("p, li, h3, blockquote")) element.append("\n");
  return (body.textContent ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
