// SPDX-License-Identifier: Apache-2.0
package acs.api;

/**
 * What a terminal logs in as (message 93, field CN), and what follows from that.
 *
 * @param id the login name, case-sensitive
 * @param password what the terminal must send: plain text, or a hash in the form <code>{bcrypt}…</code>; none = the
 *     authenticators decide
 * @param institution the id of the institution it belongs to
 * @param location where the terminal stands; in a request's context the location that the terminal named at login, if
 *     the configuration names none
 * @param rights what it may do and see
 * @param dialect how it wants to be spoken to
 * @param settings all other attributes of the configuration, by their names there
 * @param preferences the installation's system preferences as overridden for this account
 */
public record Account(
        String id,
        Secret password,
        String institution,
        String location,
        Rights rights,
        Dialect dialect,
        Settings settings,
        Settings preferences) {

    /** The same account, standing elsewhere. */
    public Account at(String where) {
        return new Account(id, password, institution, where, rights, dialect, settings, preferences);
    }
}
