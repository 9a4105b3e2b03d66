/** Holds the distributed mode and the pages about it to what the code really has. */
@NullMarked
package io.asyncflow.allinone.deploy;

import org.jspecify.annotations.NullMarked;
