package io.asyncflow.gateway.planner.world;

/** An object of the data: one of the few of its object type. */
record Thing(String type, int number) {

    @Override
    public String toString() {
        return type + number;
    }
}
