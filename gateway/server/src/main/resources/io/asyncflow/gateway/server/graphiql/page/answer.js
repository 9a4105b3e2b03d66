/** Takes what is meant for the plan panel out of an answer; the rest is shown as the answer. */
export function takeExtensions(answer, plan) {
  if (!answer?.extensions) {
    return answer;
  }
  const { queryPlan, fetches, ...others } = answer.extensions;
  plan.answered(queryPlan, fetches);
  const { extensions, ...shown } = answer;
  return Object.keys(others).length > 0 ? { ...shown, extensions: others } : shown;
}
