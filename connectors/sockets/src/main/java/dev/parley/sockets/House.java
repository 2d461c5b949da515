package dev.parley.sockets;

import io.netty.channel.group.ChannelGroup;
import java.util.Set;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * What all connections of one server share.
 *
 * @param channels all connections
 * @param sockets those of them that are open WebSockets; safe for any thread
 */
record House(
    ActorSystem<?> system,
    SocketSettings settings,
    Upgrades upgrades,
    Flow<HttpRequest, HttpResponse, NotUsed> requests,
    SocketWatch watch,
    Loops loops,
    Budget budget,
    Crowd crowd,
    ChannelGroup channels,
    Set<SocketHandler> sockets) {}
