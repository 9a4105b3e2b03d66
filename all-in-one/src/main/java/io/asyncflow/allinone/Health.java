package io.asyncflow.allinone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Asks the services how they are, through the door that everybody uses. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Health() {}

    static void awaitReady(List<Member> members) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Member member : members) {
            String answer = readiness(member.address());
            while (!answer.equals("UP")) {
                if (System.nanoTime() > deadline) {
                    throw new Problem(member.name() + " did not become ready within " + PATIENCE.toSeconds()
                            + " s; it says: " + answer);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                answer = readiness(member.address());
            }
        }
    }

    /** {@code UP}, or what stands in the way. */
    static String readiness(String address) {
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? "UP" : response.body();
        } catch (IOException away) {
            return "no answer";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
