package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.asking.Question;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.OversizeException;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.program.Step;
import io.asyncflow.gateway.executor.projection.Fault;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Ints;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.plan.Fetch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * One run of a program. Each fetch starts when the last of its parents is done. Whatever happens (an answer, a failure,
 * the client's leaving) is an event that is taken up alone, so that nothing within needs a lock.
 */
final class Execution {

    /** The compiler enters the root's type before all else. */
    private static final int TYPENAME = 0;

    private final Program program;
    private final Run run;
    private final SubgraphClient client;
    private final Context context;
    private final Consumer<Delivery.Sent> receiver;
    private final Workspace workspace;
    private final Answers answers;
    private final Timings timings;
    private final Delivery delivery;
    private final int root;

    /** For each step, the parents it waits for; and once it is asked, the answers. */
    private final int[] waiting;

    private final Deque<Step> ready = new ArrayDeque<>();
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final Events events = new Events(this::takeUp);
    private boolean over;

    Execution(
            Program program,
            Run run,
            SubgraphClient client,
            Predicate<String> showsErrors,
            long memory,
            Context context,
            Consumer<Delivery.Sent> receiver) {
        this.program = program;
        this.run = run;
        this.client = client;
        this.context = context;
        this.receiver = receiver;
        this.workspace = Workspace.take(memory);
        this.answers = new Answers(workspace, program, showsErrors);
        this.timings =
                run.plan() == null ? Timings.NONE : new Timings(program.steps().size(), run.plan());
        this.root = workspace.tree.newObject(program.root());
        this.waiting = new int[program.steps().size()];
        this.delivery = new Delivery(program, run, workspace, root);
    }

    void start() {
        events.post(() -> {
            prepare();
            for (Step step : program.steps()) {
                if (waiting[step.fetch().id()] == 0) {
                    ready.add(step);
                }
            }
        });
    }

    /** Answers an event of the subscription, which the first step has brought. */
    void start(Json event) {
        events.post(() -> {
            prepare();
            Step.Root source = (Step.Root) program.steps().getFirst();
            answers.take(source, root(), event);
            done(source);
        });
    }

    private void prepare() {
        int type = program.rootType();
        if (type >= 0) {
            workspace.tree.slot(root, TYPENAME, Cell.of(Cell.TYPE, type));
        }
        run.introspection().forEach((key, value) -> {
            int from = workspace.tree.add(value);
            workspace.tree.slot(
                    root,
                    program.root().slot(key),
                    value.equals(Json.NULL) ? Cell.NO_VALUE : Cell.leaf(from, from + value.length()));
        });
        for (Step step : program.steps()) {
            waiting[step.fetch().id()] = step.fetch().parents().size();
        }
    }

    /** Gives up: what is still asked is not wanted any more. */
    void cancel() {
        calls.forEach(Call::cancel);
        events.post(this::end);
    }

    private void takeUp(Runnable event) {
        if (over) {
            return;
        }
        try {
            event.run();
            while (!ready.isEmpty() && !over) {
                begin(ready.poll());
            }
            if (!over) {
                deliver();
            }
        } catch (OversizeException oversize) {
            giveUp(delivery.refused(oversize));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            giveUp(new Delivery.Sent.Failed(bug));
        }
    }

    /** The workspace is left to the garbage collector: nobody knows what state it is in. */
    private void giveUp(Delivery.Sent last) {
        calls.forEach(Call::cancel);
        over = true;
        receiver.accept(last);
    }

    private void deliver() {
        for (Delivery.Sent sent = delivery.next(timings); sent != null; sent = delivery.next(timings)) {
            boolean last = sent.isLast();
            if (last) {
                end();
            }
            receiver.accept(sent);
            if (last) {
                return;
            }
        }
    }

    private void end() {
        if (!over) {
            over = true;
            calls.forEach(Call::cancel);
            workspace.giveBack();
        }
    }

    private void begin(Step step) {
        if (!holds(step.fetch().conditions())) {
            done(step);
            return;
        }
        switch (step) {
            case Step.Root each -> begin(each);
            case Step.Entities each -> begin(each);
        }
    }

    private void begin(Step.Root step) {
        Ints objects = new Ints();
        step.way().walk(workspace.tree, root, (object, _) -> objects.add(object));
        if (objects.size() == 0) {
            done(step);
            return;
        }
        waiting[step.fetch().id()] = 1;
        ask(step, step.body().whole(run.variables()), new Reply() {
            @Override
            public void came(Json body) {
                answers.take(step, objects, body);
            }

            @Override
            public void failed(Fault fault) {
                answers.fail(step, objects, fault);
            }
        });
    }

    private void begin(Step.Entities step) {
        List<Question> questions = workspace.questions.of(
                root,
                step.body(),
                step.lookups(),
                run.variables(),
                (fault, lookup, object) -> answers.leaveOut(lookup, object, fault));
        waiting[step.fetch().id()] = questions.size();
        if (questions.isEmpty()) {
            done(step);
        }
        for (Question question : questions) {
            ask(step, question.body(), new Reply() {
                @Override
                public void came(Json body) {
                    answers.take(step, question, body);
                }

                @Override
                public void failed(Fault fault) {
                    answers.fail(step, question, fault);
                }
            });
        }
    }

    private interface Reply {

        void came(Json body);

        void failed(Fault fault);
    }

    private void ask(Step step, Json body, Reply reply) {
        Fetch fetch = step.fetch();
        timings.started(fetch.id());
        var request = new SubgraphRequest(fetch.graph(), program.plan().type(), fetch.id(), body, run.caller());
        Call[] made = new Call[1];
        Call call = new Call(context, (answer, failure) -> {
            calls.remove(made[0]);
            events.post(() -> {
                String code = failure == null ? null : code(failure);
                timings.ended(fetch.id(), code);
                if (answer != null) {
                    reply.came(answer);
                } else {
                    reply.failed(fault(failure, fetch.graph().name()));
                }
                if (--waiting[fetch.id()] == 0) {
                    done(step);
                }
            });
        });
        workspace.allowance.spend(body.length());
        made[0] = call;
        calls.add(call);
        send(request, call);
    }

    private void send(SubgraphRequest request, Call call) {
        try {
            client.send(request).subscribe(call);
        } catch (RuntimeException bug) {
            call.onError(bug);
        }
    }

    private static String code(Throwable failure) {
        return failure instanceof SubgraphException known ? known.code() : "INTERNAL_SERVER_ERROR";
    }

    private static Fault fault(@Nullable Throwable failure, String subgraph) {
        return failure instanceof SubgraphException known
                ? Fault.of(String.valueOf(known.getMessage()), known.code(), subgraph)
                : Fault.of("The subgraph " + subgraph + " could not be asked", "INTERNAL_SERVER_ERROR", subgraph);
    }

    private void done(Step step) {
        delivery.done(step.fetch());
        timings.done(step.fetch().id());
        for (int child : step.children()) {
            if (--waiting[child] == 0) {
                ready.add(program.steps().get(child));
            }
        }
    }

    private boolean holds(List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (run.isTrue(conditions.get(i).variable()) != conditions.get(i).expected()) {
                return false;
            }
        }
        return true;
    }

    private Ints root() {
        Ints objects = new Ints();
        objects.add(root);
        return objects;
    }
}
