import { createClient } from "./libraries.js";

/** The events of a subscription, over a WebSocket of its own; the headers go into its first message. */
export async function* subscribe(endpoint, request, headers, signal) {
  const client = createClient({ url: socketAddress(endpoint), connectionParams: headers ?? {}, retryAttempts: 0 });
  const events = client.iterate({ ...request, extensions: undefined });
  signal.addEventListener("abort", () => events.return());
  try {
    yield* events;
  } catch (error) {
    yield failure(error);
  } finally {
    client.dispose();
  }
}

function socketAddress(endpoint) {
  const address = new URL(endpoint);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}

// What ends a subscription is a list of errors, or the event of the closed socket.
function failure(error) {
  if (Array.isArray(error)) {
    return { errors: error };
  }
  return {
    errors: [
      { message: `The WebSocket was closed: ${error.code ?? ""} ${error.reason || error.message || ""}`.trim() },
    ],
  };
}
