package io.asyncflow.user.account;

/**
 * An account and the hash of the password that opens it.
 *
 * @param version how often what opens the account has changed
 */
record Credentials(User user, String passwordHash, int version) {

    /** Of an account that is new. */
    static Credentials first(User user, String passwordHash) {
        return new Credentials(user, passwordHash, 0);
    }

    @Override
    public String toString() {
        return "Credentials[" + user.id() + "]";
    }
}
