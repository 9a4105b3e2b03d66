package io.asyncflow.user.password;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Remembers each run of the password hash, and can hold it up or make it cheap. */
@TestConfiguration(proxyBeanMethods = false)
public class ObservedHashing implements BeanPostProcessor {

    /** One run of the hash: on which thread, and with which parameters. */
    public record Run(String thread, String parameters) {}

    private static final PasswordEncoder CHEAP = new Argon2PasswordEncoder(16, 32, 1, 64, 1);
    private static final String CHEAP_PARAMETERS = "m=64,";

    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean cheap;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder encoder ? observed(encoder) : bean;
    }

    public void reset() {
        forget();
        cheap = false;
    }

    /** The runs so far. */
    public void forget() {
        runs.clear();
    }

    /**
     * Makes hashes that cost nothing until the {@link #reset()}, where their number matters and not their strength. Nothing
     * matches those that were made before, nor does comparing with them, or with the decoy, cost anything.
     */
    public void makeCheap() {
        cheap = true;
    }

    /** The runs since they were last forgotten. */
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    /** No hash gets done until the latch is counted down. */
    public CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    PasswordEncoder observed(PasswordEncoder encoder) {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                String hash = (cheap ? CHEAP : encoder).encode(password);
                remember(String.valueOf(hash));
                return hash;
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                remember(String.valueOf(hash));
                return (!cheap || String.valueOf(hash).contains(CHEAP_PARAMETERS)) && encoder.matches(password, hash);
            }
        };
    }

    private void remember(String hash) {
        runs.add(new Run(Thread.currentThread().getName(), hash.substring(0, hash.lastIndexOf("p=1$"))));
        try {
            // Whoever runs the hash where it must not run would wait for itself.
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The hash was held up for too long");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
