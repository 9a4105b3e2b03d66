/**
 * The plan of the operation that is looked at: who runs operations writes it, the panel shows it.
 * `text` and `plan` are the plan's two forms, `fetches` the times of its fetches by their ids. It is `outdated` from a
 * change of the operation until its new plan is there.
 */
export function createPlanState() {
  let value = { plan: null, text: null, message: null, outdated: false, fetches: new Map(), running: false };
  const listeners = new Set();

  function change(changes) {
    value = { ...value, ...changes };
    listeners.forEach((listener) => listener());
  }

  function changePlan({ plan, text }) {
    const same = text === value.text;
    change({ plan, text, message: null, outdated: false, fetches: same ? value.fetches : new Map() });
  }

  return {
    current: () => value,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    started: () => change({ running: true, fetches: new Map() }),
    ended: () => change({ running: false }),
    answered(queryPlan, fetches) {
      if (queryPlan) {
        changePlan(queryPlan);
      }
      if (fetches) {
        const made = fetches.filter(({ requests }) => requests > 0);
        change({ fetches: new Map([...value.fetches, ...made.map((fetch) => [fetch.id, fetch])]) });
      }
    },
    edited: () => change({ outdated: true }),
    planned: changePlan,
    unknown: (message) => change({ plan: null, text: null, message, outdated: false, fetches: new Map() }),
  };
}
