/**
 * The tree that fetches write into and answers are read from. It holds no Java object for any of its own: an object is a
 * run of cells, one for each key that the plan can write in its place, and a leaf points to its bytes.
 */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.tree;
