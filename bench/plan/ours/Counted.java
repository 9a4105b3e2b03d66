import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Plan;

/** What an executor of the plan sends, and how often it must wait. */
record Counted(int fetches, int depth, boolean greedy) {

    static Counted of(Plan plan) {
        int[] depths = new int[plan.fetches().size()];
        int deepest = 0;
        for (Fetch fetch : plan.fetches()) {
            int above = fetch.parents().stream().mapToInt(parent -> depths[parent]).max().orElse(0);
            depths[fetch.id()] = above + 1;
            deepest = Math.max(deepest, above + 1);
        }
        return new Counted(depths.length, deepest, plan.work().greedy());
    }

    String json() {
        return "{\"fetches\":%d,\"depth\":%d,\"greedy\":%b}".formatted(fetches, depth, greedy);
    }
}
