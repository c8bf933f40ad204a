// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a request ended: done, or refused with a reason. (No answer at all is a {@link CirculationException}.)
 *
 * @param <T> what there is to say of it when it is done
 */
public sealed interface Outcome<T> {

    /** It happened. */
    record Done<T>(T value, Notes notes) implements Outcome<T> {}

    /**
     * It did not happen, and nothing changed.
     *
     * @param reason the terminal's text follows from it
     * @param arguments of that text, in its order: dates, amounts, names
     * @param item that was asked about, if it is known
     * @param renewal whether the patron has the item already, so that this was about a renewal
     * @param charge what would have to be paid; with {@link Refusal#FEE_NOT_ACCEPTED} what the patron must agree to
     * @param notes what else the patron should read
     */
    record Refused<T>(
            Refusal reason, List<Object> arguments, Optional<Item> item, boolean renewal, Charge charge, Notes notes)
            implements Outcome<T> {

        public Refused {
            arguments = List.copyOf(arguments);
        }

        public Refused<T> about(Item known) {
            return new Refused<>(reason, arguments, Optional.of(known), renewal, charge, notes);
        }

        public Refused<T> asRenewal() {
            return new Refused<>(reason, arguments, item, true, charge, notes);
        }

        public Refused<T> charging(Charge required) {
            return new Refused<>(reason, arguments, item, renewal, required, notes);
        }

        public Refused<T> noting(Notes more) {
            return new Refused<>(reason, arguments, item, renewal, charge, notes.and(more));
        }

        /** The same refusal of a request for something else. */
        public <R> Refused<R> retyped() {
            return new Refused<>(reason, arguments, item, renewal, charge, notes);
        }
    }

    static <T> Done<T> done(T value) {
        return new Done<>(value, Notes.none());
    }

    static <T> Done<T> done(T value, Notes notes) {
        return new Done<>(value, notes);
    }

    static <T> Refused<T> refused(Refusal reason, Object... arguments) {
        return new Refused<>(reason, List.of(arguments), Optional.empty(), false, Charge.none(), Notes.none());
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** What the one or the other function makes of it. */
    default <R> R fold(Function<? super Done<T>, ? extends R> done, Function<? super Refused<T>, ? extends R> refused) {
        return this instanceof Done<T> happened ? done.apply(happened) : refused.apply((Refused<T>) this);
    }
}
