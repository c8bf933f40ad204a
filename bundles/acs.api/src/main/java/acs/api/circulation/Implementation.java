// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** The name of an implementation, as {@code institution/@implementation} of the configuration says it. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Implementation {
    /** E.g. {@code ILS}; case-sensitive. */
    String value();
}
