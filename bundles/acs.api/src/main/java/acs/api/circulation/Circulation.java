// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers for institutions: the one service of an implementation, registered with
 * {@code @Component @Implementation("NAME")}.
 *
 * <p>What else the implementation can do it says by implementing facets: {@link Checkouts}, {@link Checkins},
 * {@link Renewals}, {@link Holds}, {@link Fees}, {@link Catalogue}, {@link PatronLists}, {@link Pins} and so on. A facet
 * that is left out is not offered to terminals.
 *
 * <p>All methods of all facets follow the same rules. They are called by many threads at once, for many institutions: the
 * {@link Context} says which. They may block, and are interrupted when their time is up. A <em>refusal</em> is a result;
 * <em>no answer</em> is a {@link CirculationException}, and what the patron sees then is not theirs to say. Ids arrive as
 * sent by the terminal, unchecked, at most 255 characters; an id that is not known is an ordinary case.
 */
@ConsumerType
public interface Circulation {

    /** The patron of a card number, or of any other id the library knows patrons by. */
    Optional<Patron> findPatron(Context context, String id) throws CirculationException;
}
