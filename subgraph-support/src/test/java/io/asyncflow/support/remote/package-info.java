@NullMarked
package io.asyncflow.support.remote;

import org.jspecify.annotations.NullMarked;
