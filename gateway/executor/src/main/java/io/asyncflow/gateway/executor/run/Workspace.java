package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.asking.Questions;
import io.asyncflow.gateway.executor.json.Allowance;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.projection.Faults;
import io.asyncflow.gateway.executor.projection.Projector;
import io.asyncflow.gateway.executor.tree.Tree;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/** The memory of one operation, used again by the next that runs on the thread. */
final class Workspace {

    /** How much memory a thread keeps; what is more is left to the garbage collector. */
    private static final long KEPT = 16L << 20;

    /** What lies idle when the collector comes is given up, so that a burst leaves nothing behind. */
    private static final ThreadLocal<WeakReference<Pool>> FREE =
            ThreadLocal.withInitial(() -> new WeakReference<>(new Pool()));

    private static final class Pool {

        private final Deque<Workspace> free = new ArrayDeque<>();
        private long memory;
    }

    final Allowance allowance = new Allowance();
    final Tree tree = new Tree(allowance);
    final Questions questions = new Questions(tree);
    final Faults faults = new Faults();
    final JsonWriter out = new JsonWriter(1 << 12, allowance);

    private long kept;

    /**
     * @param memory how many bytes the operation may take
     */
    static Workspace take(long memory) {
        Workspace workspace = take();
        workspace.allowance.begin(memory);
        return workspace;
    }

    private static Workspace take() {
        Pool pool = pool();
        Workspace free = pool.free.poll();
        if (free == null) {
            return new Workspace();
        }
        pool.memory -= free.kept;
        return free;
    }

    Projector projector(Program program) {
        return new Projector(tree, program.schema(), out, faults, allowance);
    }

    void giveBack() {
        tree.clear();
        faults.clear();
        out.cut(0);
        kept = tree.memory() + questions.memory() + out.bytes().length;
        Pool pool = pool();
        if (pool.memory + kept <= KEPT) {
            pool.memory += kept;
            pool.free.push(this);
        }
    }

    private static Pool pool() {
        Pool known = FREE.get().get();
        if (known != null) {
            return known;
        }
        Pool fresh = new Pool();
        FREE.set(new WeakReference<>(fresh));
        return fresh;
    }
}
