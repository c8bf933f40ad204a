// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One directory, as {@code koha-conf.xml} or {@code acs.auth.ldap-NAME.cfg} says it. */
@ObjectClassDefinition(
        name = "ACS LDAP directory",
        description = "Checks the passwords of terminals and the PINs of patrons against a directory.")
@interface LdapConfig {
    @AttributeDefinition(description = "name, name:port, ldap://name or ldaps://name:port; tried in this order")
    String[] hostname();

    @AttributeDefinition(description = "The DN below which people are looked for")
    String base();

    @AttributeDefinition(description = "The DN that looks for people; empty = anybody may")
    String user() default "";

    @AttributeDefinition(description = "Its password, $[env:NAME] or $[file:PATH]", required = false)
    String _pass() default "";

    @AttributeDefinition(description = "false, with auth_by_bind: people bind by principal_name and are not looked for")
    String anonymous__bind() default "";

    @AttributeDefinition(description = "As in Koha; with anonymous_bind=false people bind by principal_name")
    boolean auth__by__bind() default false;

    @AttributeDefinition(description = "%s stands for the user id, e.g. %s@example.org")
    String principal__name() default "";

    @AttributeDefinition(description = "A filter that entries must match, too, e.g. (objectClass=person)")
    String filter() default "";

    @AttributeDefinition(description = "column=attribute|default, e.g. userid=uid; userid is required")
    String[] mapping();

    @AttributeDefinition(description = "word=CATEGORY: what the directory's words for categories mean")
    String[] categorycode__mapping() default {};

    @AttributeDefinition(description = "The category of those whose word is not listed; empty = the word itself")
    String categorycode__default() default "";

    @AttributeDefinition(description = "Create patrons whom the library does not know")
    boolean replicate() default true;

    @AttributeDefinition(description = "Bring patrons up to date whom the library knows")
    boolean update() default true;

    @AttributeDefinition(description = "With update and a mapped password: keep a hash of the PIN; else keep none")
    boolean update__password() default true;

    @AttributeDefinition(
            description = "Attributes that the directory has no more",
            options = {@Option("keep"), @Option("clear")})
    String on__missing() default "keep";

    @AttributeDefinition(
            description = "local: while the directory does not answer, the library's own PINs count",
            options = {@Option("refuse"), @Option("local")})
    String on__outage() default "refuse";

    @AttributeDefinition(description = "Speak TLS on ldap:// connections, too")
    boolean starttls() default false;

    @AttributeDefinition(description = "PEM or PKCS#12 file of certificates to believe; empty = those Java believes")
    String truststore() default "";

    @AttributeDefinition(description = "Password of a PKCS#12 file", required = false)
    String _truststore__password() default "";

    @AttributeDefinition(description = "Seconds, 1..60")
    int connect__timeout() default 2;

    @AttributeDefinition(description = "Seconds that the directory may take for an answer, 1..60")
    int response__timeout() default 3;

    @AttributeDefinition(description = "Connections at most, 1..100")
    int pool__size() default 8;

    @AttributeDefinition(description = "Seconds that a PIN found right or wrong is not asked about again, 0..3600")
    int remember() default 60;

    @AttributeDefinition(
            description = "Different wrong PINs of one name that reach the directory in 15 minutes, 1..1000")
    int max__wrong() default 4;
}
