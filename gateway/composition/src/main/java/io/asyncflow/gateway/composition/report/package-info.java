/** What composition tells its user: errors and hints under the codes that Federation users know. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.composition.report;
