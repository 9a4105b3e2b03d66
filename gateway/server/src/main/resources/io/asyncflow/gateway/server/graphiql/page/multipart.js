/** The boundary of a multipart answer, or null for an answer in one piece. */
export function multipartBoundary(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (!/^multipart\/mixed\b/i.test(type)) {
    return null;
  }
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(type) ?? [];
  return quoted ?? plain ?? "-";
}

/** The bodies of the parts, each as soon as the delimiter behind it is there. */
export async function* readParts(body, boundary) {
  const delimiter = `\r\n--${boundary}`;
  let text = "\r\n";
  let begun = false;
  for await (const chunk of chunksOf(body)) {
    text += chunk;
    for (let end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter)) {
      if (begun) {
        yield bodyOf(text.slice(0, end));
      }
      begun = true;
      text = text.slice(end + delimiter.length);
    }
  }
}

function bodyOf(part) {
  return part.slice(part.indexOf("\r\n\r\n") + 4);
}

async function* chunksOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      yield step.value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
