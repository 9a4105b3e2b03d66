package io.asyncflow.user.account;

/** An account and the hash of the password that opens it. */
record Credentials(User user, String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[" + user.id() + "]";
    }
}
