import com.sun.management.ThreadMXBean;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.operation.OperationException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What one operation takes once the compiler has done its work, whether it is planned or refused. */
record Cost(String outcome, double first, double cpu, double worst, double megabytes) {

    private static final long WARM_UP_NANOS = 5_000_000_000L;
    private static final int MEASURED_RUNS = 11;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Cost of(Runnable stage) {
        double first = cpu(stage);
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            outcome(stage);
        }
        double[] runs = new double[MEASURED_RUNS];
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < runs.length; i++) {
            runs[i] = cpu(stage);
        }
        double megabytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / 1e6 / runs.length;
        Arrays.sort(runs);
        return new Cost(outcome(stage), first, runs[runs.length / 2], runs[runs.length - 1], megabytes);
    }

    private static double cpu(Runnable stage) {
        long start = THREADS.getCurrentThreadCpuTime();
        outcome(stage);
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static String outcome(Runnable stage) {
        try {
            stage.run();
            return "planned";
        } catch (PlanningException e) {
            return e.code();
        } catch (OperationException e) {
            return e.problems().isEmpty() ? "no code" : e.problems().getFirst().code();
        }
    }

    String json() {
        return "{\"outcome\":\"%s\",\"first\":%s,\"cpu\":%s,\"worst\":%s,\"megabytes\":%s}".formatted(outcome, first, cpu, worst, megabytes);
    }
}
