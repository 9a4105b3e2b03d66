package io.asyncflow.gateway.server.configuration.binding;

/** Where a setting stands in its file: {@code cors.origins[0]}. */
record Place(String path) {

    static final Place ROOT = new Place("");

    Place name(String name) {
        return new Place(path.isEmpty() ? name : path + "." + name);
    }

    Place item(int index) {
        return new Place(path + "[" + index + "]");
    }

    /** As the subject of a sentence. */
    @Override
    public String toString() {
        return path.isEmpty() ? "the configuration" : path;
    }
}
