/** A POST of JSON to a gateway, as bytes. */
export function post(port, content, path = '/graphql') {
  const body = Buffer.from(JSON.stringify(content));
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** The status and the text of the answer; for what is asked once. */
export async function ask(port, content, { path = '/graphql', patience = 10_000 } = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST', body: JSON.stringify(content), headers: { 'content-type': 'application/json', accept: 'application/json' }, signal: AbortSignal.timeout(patience),
  });
  return { status: answer.status, text: await answer.text() };
}
