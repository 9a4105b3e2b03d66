/**
 * Puts the parts of an answer together. It reads the current format, in which patches name what was announced as pending
 * by its id, and the earlier ones, in which each patch has its path.
 */
export function createIncrementalAnswer() {
  const answer = {};
  const pending = new Map();

  function addPatch(patch) {
    const path = "id" in patch ? [...pending.get(patch.id), ...(patch.subPath ?? [])] : patch.path;
    if (patch.items) {
      addItems(answer, path, patch.items, !("id" in patch));
    } else if (patch.data) {
      merge(at(answer.data, path), patch.data);
    }
    addErrors(answer, patch.errors);
    addExtensions(answer, patch.extensions);
  }

  return {
    add(part) {
      if (part.data !== undefined && !part.path) {
        answer.data = part.data;
      }
      for (const { id, path } of part.pending ?? []) {
        pending.set(id, path);
      }
      for (const patch of part.incremental ?? (part.path ? [part] : [])) {
        addPatch(patch);
      }
      if (!part.path) {
        addErrors(answer, part.errors);
        addExtensions(answer, part.extensions);
      }
      for (const { errors } of part.completed ?? []) {
        addErrors(answer, errors);
      }
      return { ...answer };
    },
  };
}

function at(data, path) {
  return path.reduce((value, key) => value?.[key], data);
}

// The earlier format counts from the position in the path, the current one adds at the end.
function addItems(answer, path, items, positioned) {
  if (!positioned) {
    at(answer.data, path)?.push(...items);
    return;
  }
  const list = at(answer.data, path.slice(0, -1));
  list?.splice(path.at(-1), items.length, ...items);
}

function merge(target, source) {
  for (const [key, value] of Object.entries(source)) {
    if (isComposite(value) && isComposite(target?.[key])) {
      merge(target[key], value);
    } else if (target) {
      target[key] = value;
    }
  }
}

function isComposite(value) {
  return typeof value === "object" && value !== null;
}

function addErrors(answer, errors) {
  if (errors?.length > 0) {
    answer.errors = [...(answer.errors ?? []), ...errors];
  }
}

function addExtensions(answer, extensions) {
  if (extensions) {
    answer.extensions = { ...answer.extensions, ...extensions };
  }
}
