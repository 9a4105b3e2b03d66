package io.asyncflow.gateway.planner.world;

/** Numbers that look random and are the same in every process. */
final class Hash {

    private Hash() {}

    /** From 0 up to the bound, without it. */
    static int below(int bound, String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return Math.floorMod(hash ^ (hash >>> 16), bound);
    }
}
