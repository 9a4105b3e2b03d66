package io.asyncflow.allinone;

import io.asyncflow.gateway.server.GatewayServer;
import java.util.Locale;

/** Says what runs and how it is. */
final class Status {

    private Status() {}

    /** Whether everything runs and is ready. */
    static boolean print(Instance instance) {
        var running = instance.running();
        if (running.isEmpty()) {
            Screen.say("Not running. Start it with './commerce up'.");
            return false;
        }
        var note = running.get();
        Screen.say("Process " + note.pid() + ", " + note.state().name().toLowerCase(Locale.ROOT));
        boolean allUp = note.state() == Instance.State.READY;
        for (String name :
                note.details().stringPropertyNames().stream().sorted().toList()) {
            String value = note.details().getProperty(name);
            boolean service = value.startsWith("http://");
            String health = service ? Health.readiness(value) : "";
            allUp &= !service || health.equals("UP");
            if (!name.equals("pid") && !name.equals("state")) {
                Screen.say(String.format("  %-12s %-44s %s", name, value, health));
            }
        }
        String gateway = note.details().getProperty(GatewayServer.SERVICE.name());
        if (gateway != null) {
            Screen.say("The whole graph: " + gateway + "/graphql, GraphiQL: " + gateway + "/graphiql");
        }
        return allUp;
    }
}
