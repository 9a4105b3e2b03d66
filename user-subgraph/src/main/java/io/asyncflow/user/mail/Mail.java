package io.asyncflow.user.mail;

import java.util.UUID;

/** A letter as its reader gets it. Its text may hold a secret, and is never printed. */
public record Mail(UUID id, String to, String subject, String text) {

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
