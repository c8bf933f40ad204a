// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

/**
 * A configuration that somebody gave by other means than {@code SIPconfig.xml}.
 *
 * @param key what it configures
 * @param where the file and line, or what else leads a person there
 */
record Place(Key key, String where) {}
